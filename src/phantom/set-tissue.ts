import type { BeamPoint, Echo } from './echo.ts';
import { lumpNoise } from './lump-noise.ts';
import type { RegionId } from './region.ts';
import { tissueOf } from './tissue.ts';

/** Fills the echo with a region's tissue and its unevenness at the point. */
export function setTissue(region: RegionId, { x, y, z }: BeamPoint, echo: Echo): void {
  const { backscatterDb, attenuation, lumpsDb, lumpCm } = tissueOf(region);
  const [wide, thick] = lumpCm;
  echo.region = region;
  echo.finding = 0;
  echo.attenuation = attenuation;
  echo.specular = 0;
  echo.edgeDb = 0;
  echo.backscatterDb =
    backscatterDb + (lumpsDb === 0 ? 0 : lumpsDb * lumpNoise(x / wide + region, y / wide, z / thick));
}
