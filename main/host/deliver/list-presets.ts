// The presets that the ffmpeg of this machine can write, and why it cannot write the others.
import type { ExportPreset } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { listEncoders } from '#main/media/ffmpeg/list-encoders.ts';
import { PRESETS, type DeliveryPreset } from './presets.ts';

export async function listPresets(): Promise<ExportPreset[]> {
  const encoders = await listEncoders();
  return PRESETS.map((preset) => ({
    id: preset.id,
    name: preset.name,
    purpose: preset.purpose,
    extension: preset.extension,
    unavailable: reasonAgainst(preset, encoders),
  }));
}

/** Throws AppError `no-such-preset`, `encoder-missing`. */
export async function requirePreset(id: string): Promise<DeliveryPreset> {
  const preset = PRESETS.find((each) => each.id === id);
  if (preset === undefined) {
    throw new AppError({
      category: 'usage',
      code: 'no-such-preset',
      message: `There is no delivery preset "${id}".`,
    });
  }
  const reason = reasonAgainst(preset, await listEncoders());
  if (reason === null) return preset;
  throw new AppError({
    category: 'device-failed',
    code: 'encoder-missing',
    message: `${preset.name} cannot be written here. ${reason}`,
    hint: 'Choose another preset, or install an ffmpeg that has the encoder.',
  });
}

function reasonAgainst(
  { encoders: needed }: DeliveryPreset,
  encoders: ReadonlySet<string>,
): string | null {
  const missing = needed.filter((name) => !encoders.has(name));
  return missing.length === 0 ? null : `The ffmpeg on this machine lacks ${missing.join(', ')}.`;
}
