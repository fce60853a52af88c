// Parameters of a pose in the units that people read.

export interface FieldUnit {
  readonly unit: string;
  readonly decimals: number;
  readonly step: number;
  readonly toField: (value: number) => number;
  readonly fromField: (shown: number) => number;
}

const DEGREES: FieldUnit = {
  unit: '°',
  decimals: 1,
  step: 0.5,
  toField: (radians) => (radians * 180) / Math.PI,
  fromField: (degrees) => (degrees * Math.PI) / 180,
};

/** Of the distance between the eyes. */
const PERCENT: FieldUnit = {
  unit: '%',
  decimals: 0,
  step: 1,
  toField: (share) => 100 * share,
  fromField: (percent) => percent / 100,
};

export const POSE_UNITS = {
  yaw: DEGREES,
  pitch: DEGREES,
  roll: DEGREES,
  tx: PERCENT,
  ty: PERCENT,
  scale: {
    unit: '×',
    decimals: 2,
    step: 0.01,
    toField: Math.exp,
    fromField: Math.log,
  },
} as const satisfies Readonly<Record<string, FieldUnit>>;
