import { expect, test } from 'vitest';
import { SILENT_CALIBRATION, VoiceCalibrator } from './calibrate-voice.ts';

test('percentiles are those of the speaking frames', () => {
  const calibrator = new VoiceCalibrator();
  for (let i = 0; i < 1000; i++) {
    calibrator.add(i / 1000, 0, -40 + i / 50, 0.5);
    calibrator.add(5, 0, 40, -0.5);
  }
  const { openLow, openHigh, energyLow, energyHigh } = calibrator.finish();
  expect(openLow).toBeCloseTo(0.1, 2);
  expect(openHigh).toBeCloseTo(0.95, 2);
  expect(energyLow).toBeCloseTo(-38, 1);
  expect(energyHigh).toBeCloseTo(-21, 1);
});

test('a voice that hardly speaks has no statistics of its own', () => {
  const calibrator = new VoiceCalibrator();
  for (let i = 0; i < 5; i++) calibrator.add(0.5, 0, -20, 1);
  expect(calibrator.finish()).toEqual(SILENT_CALIBRATION);
});

test('values out of range or broken do no harm', () => {
  const calibrator = new VoiceCalibrator();
  for (let i = 0; i < 50; i++) calibrator.add(i % 2 === 0 ? 99 : NaN, 0, -Infinity, 1);
  for (let i = 0; i < 50; i++) calibrator.add(0.3, 1, -900, 1);
  const { openLow, energyLow } = calibrator.finish();
  expect(openLow).toBeCloseTo(0.15, 2);
  expect(energyLow).toBeCloseTo(-150, 0);
});
