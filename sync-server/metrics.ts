export const metricNames = {
  requests: ['nexum_requests_total', 'Requests answered.'],
  refusals: ['nexum_refusals_total', 'Requests refused.'],
  stored: ['nexum_records_stored_total', 'Records taken into a journal.'],
  repeated: ['nexum_records_repeated_total', 'Records that were there already and were acknowledged again.'],
  forks: ['nexum_forks_found_total', 'Logs found with two histories.'],
  handedOut: ['nexum_stream_items_sent_total', 'Stream items sent to devices.'],
  bytesIn: ['nexum_body_bytes_received_total', 'Bytes of request bodies, as they came over the wire.'],
  bytesOut: ['nexum_body_bytes_sent_total', 'Bytes of answers, as they went over the wire.'],
} as const
export type MetricName = keyof typeof metricNames

/** Counts since the process started. */
export interface Metrics {
  readonly add: (name: MetricName, by?: number) => void
  readonly read: (name: MetricName) => number
}

export function countingMetrics(): Metrics {
  const counts = new Map<MetricName, number>()
  const read = (name: MetricName): number => counts.get(name) ?? 0
  return { read, add: (name, by = 1) => counts.set(name, read(name) + by) }
}

export interface Gauge {
  readonly name: string
  readonly help: string
  readonly values: readonly { readonly tenant: string; readonly value: number }[]
}

/** The text format of Prometheus, version 0.0.4. */
export function prometheusText(metrics: Metrics, gauges: readonly Gauge[]): string {
  const counters = (Object.keys(metricNames) as MetricName[]).flatMap(key => {
    const [name, help] = metricNames[key]
    return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, `${name} ${metrics.read(key)}`]
  })
  const measured = gauges.flatMap(({ name, help, values }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...values.map(({ tenant, value }) => `${name}{tenant="${tenant}"} ${value}`),
  ])
  return `${[...counters, ...measured].join('\n')}\n`
}
