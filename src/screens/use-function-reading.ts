import { useEffect, useMemo } from 'preact/hooks';
import { startCropWorker } from '../frame/crop-link.ts';
import { FunctionReading } from '../function-reading.ts';
import type { Examination } from '../history/examination.ts';
import { Screener } from '../screener.ts';
import { useServices } from '../services.ts';
import { screeningModels } from '../settings.ts';

/** Makes what reads function off a record's picture; its workers end with the screen. */
export function useFunctionReading(examination: Examination, bitmap: ImageBitmap): FunctionReading {
  const { records, inference } = useServices();
  const model = screeningModels.value.function;
  const { reading, screener } = useMemo(() => {
    const screener = new Screener({ inference, startCropWorker });
    const reading = new FunctionReading({ examination, bitmap }, { records, inference, screener, model });
    return { reading, screener };
  }, [examination, bitmap, records, inference, model]);
  useEffect(() => () => screener.end(), [screener]);
  return reading;
}
