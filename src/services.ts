import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EngineModel } from './engine.ts';
import type { Exam } from './exam.ts';
import { Failure } from './failure.ts';
import type { HistoryModel } from './history-model.ts';
import type { Inference } from './inference.ts';
import type { Records } from './records.ts';

/** What the screens work with; made once in main.tsx, handed down, replaced in tests. */
export interface Services {
  readonly inference: Inference;
  readonly engine: EngineModel;
  readonly exam: Exam;
  readonly records: Records;
  readonly history: HistoryModel;
}

/** Carries the services to every screen. */
export const ServicesContext = createContext<Services | null>(null);

/** The services, inside a screen. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Failure('unexpected', 'a screen stands outside its context');
  return services;
}
