// Draws frames of one scene on one WebGL context: still background, then person by person.

import type { EyeModel, Puppet, Rgb } from '#core/mesh/puppet.ts';
import type { EyePose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import { createPose } from '#core/mesh/puppet-pose.ts';
import { MOTION_SIZE } from '#core/motion/motion-vector.ts';
import { Brush } from './brush.ts';
import { FrameGeometry } from './frame-geometry.ts';
import type { GlTarget } from './gl-resources.ts';
import { GlResources } from './gl-resources.ts';
import type { PixelRect } from './pixel-rect.ts';
import type { InteriorPlan, SheetName } from './plan-mouth.ts';
import type { OpeningPlan } from './plan-opening.ts';
import type { PersonPlan } from './plan-person.ts';
import { planPerson } from './plan-person.ts';
import type { PreviewScene, SceneLayers } from './preview-scene.ts';

/** Within the first number of iris radii everything follows the gaze, beyond the second nothing. */
const GAZE_FULL_RADII = 1.15;
const GAZE_RADII = 2.3;
/** A closing lid darkens the eye under it by this much. */
const LID_SHADE = 0.3;

/** What is drawn into, all of one size. */
interface Surface {
  readonly resources: GlResources;
  /** The background, already at this size. */
  readonly still: GlTarget;
  readonly frame: GlTarget;
  /** One person at a time is drawn here before it is laid over the frame. */
  readonly moved: GlTarget;
  /** Skin around an opening, with alpha where there is any. */
  readonly hem: GlTarget;
  /** What lies inside an opening. */
  readonly inside: GlTarget;
  /** Per person what stands in front, already at this size. */
  readonly fronts: readonly (GlTarget | null)[];
}

/** Below it a pixel that is drawn takes in more of an image than is read for it. */
const SHRUNK_SCALE = 0.5;

interface Actor {
  readonly puppet: Puppet;
  readonly pose: PuppetPose;
  /** What the mesh carries: the person alone, or the picture. */
  readonly pixels: WebGLTexture;
  /** What stands in front; null when the person moves as part of the picture. */
  readonly front: WebGLTexture | null;
  readonly freedoms: readonly WebGLTexture[];
  readonly sheets: ReadonlyMap<SheetName, WebGLTexture>;
}

export class FramePainter {
  private readonly gl: WebGL2RenderingContext;
  private readonly resources: GlResources;
  private readonly brush: Brush;
  private readonly geometry = new FrameGeometry();
  private readonly actors: readonly Actor[];
  private readonly all: PixelRect;
  private readonly background: WebGLTexture;
  private surface: Surface;
  /** Where the frame is not the background. */
  private covered: readonly PixelRect[] = [];

  /** @param scale pixels that are drawn for each of the film, a side; above 0, up to 1 */
  constructor(gl: WebGL2RenderingContext, scene: PreviewScene, layers: SceneLayers, scale: number) {
    const { width, height } = scene;
    this.gl = gl;
    this.all = { left: 0, top: 0, right: width, bottom: height };
    const resources = new GlResources(gl);
    this.resources = resources;
    this.brush = new Brush(gl, resources, width, height);
    const isLifted = layers.people.some((person) => person !== null);
    this.background = resources.image(width, height, layers.background);
    const picture = isLifted ? resources.image(width, height, scene.picture) : this.background;
    this.actors = scene.puppets.map((puppet, i): Actor => {
      const lifted = layers.people[i];
      return {
        puppet,
        pose: createPose(puppet),
        pixels: lifted ? resources.image(width, height, lifted.person) : picture,
        front: lifted && resources.image(width, height, lifted.front),
        freedoms: puppet.eyes.map(({ freedom: { mask } }) =>
          resources.image(mask.width, mask.height, mask.data),
        ),
        sheets: loadSheets(resources, puppet),
      };
    });
    this.surface = this.openSurface(scale);
  }

  get size(): readonly [width: number, height: number] {
    const { width, height } = this.surface.frame;
    return [width, height];
  }

  /** Frames are drawn at this scale from the next one on. */
  resize(scale: number): void {
    this.surface.resources.dispose();
    this.surface = this.openSurface(scale);
  }

  /** @param motion // [P, 24] */
  draw(motion: Float32Array): void {
    const { geometry, brush, surface } = this;
    geometry.clear();
    const plans = this.actors.map(({ puppet, pose, front }, i) => {
      const vector = motion.subarray(i * MOTION_SIZE, (i + 1) * MOTION_SIZE);
      return planPerson(geometry, puppet, vector, pose, front !== null);
    });
    brush.load(geometry);
    for (const rect of this.covered) brush.copy(surface.still, surface.frame, rect);
    this.covered = plans.map(({ rect }) => rect);
    this.actors.forEach((actor, i) => {
      this.drawPerson(actor, plans[i], surface.fronts[i]);
    });
    brush.present(surface.frame);
  }

  /** The latest frame, rows from the top. // [H, W, 4] */
  readPixels(): Uint8Array {
    const { gl } = this;
    const { framebuffer, width, height } = this.surface.frame;
    const pixels = new Uint8Array(4 * width * height);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels;
  }

  dispose(): void {
    this.surface.resources.dispose();
    this.resources.dispose();
  }

  private openSurface(scale: number): Surface {
    const { gl, brush, all } = this;
    const resources = new GlResources(gl);
    const size = [all.right, all.bottom].map((side) => Math.max(1, Math.ceil(side * scale)));
    const target = (): GlTarget => resources.target(size[0], size[1]);
    const placed = (image: WebGLTexture): GlTarget => {
      const made = target();
      brush.place(image, made);
      return made;
    };
    brush.setScale(scale);
    this.resources.shrinkImages(scale < SHRUNK_SCALE);
    const frame = placed(this.background);
    const fronts = this.actors.map(({ front }) => front && placed(front));
    const moved = fronts.some((front) => front !== null) ? target() : frame;
    this.covered = [];
    return {
      ...{ resources, frame, fronts, moved },
      still: placed(this.background),
      hem: target(),
      inside: target(),
    };
  }

  private drawPerson(actor: Actor, plan: PersonPlan, front: GlTarget | null): void {
    const { brush, surface } = this;
    const { puppet, pose, pixels } = actor;
    const layer = front ? surface.moved : surface.frame;
    brush.aim(layer, plan.rect);
    if (front) brush.clear(0, 0, 0, 0);
    const mesh = { image: pixels, originPx: -0.5, opacity: 1, minAlpha: 0 };
    brush.drawTextured(plan.mesh, 'replace', mesh);
    plan.eyes.forEach(({ opening, lashes }, side) => {
      if (opening) {
        this.fillOpening(layer, pixels, opening, () =>
          this.drawEyeball(pixels, actor.freedoms[side], puppet.eyes[side], pose.eyes[side]),
        );
      }
      brush.aim(layer, plan.rect);
      if (lashes) brush.drawBands(lashes);
    });
    const { opening, interior, seam } = plan.mouth;
    if (opening && interior) {
      this.fillOpening(layer, pixels, opening, () => this.drawInterior(actor.sheets, interior));
    }
    brush.aim(layer, plan.rect);
    if (seam) brush.drawBands(seam);
    if (!front) return;
    brush.aim(surface.frame, plan.rect);
    brush.drawPerson(surface.moved, front);
  }

  /** @param drawInside draws into `this.inside` */
  private fillOpening(
    layer: GlTarget,
    pixels: WebGLTexture,
    { rect, hem, contour, opacity }: OpeningPlan,
    drawInside: () => void,
  ): void {
    const {
      brush,
      surface: { hem: hemTarget, inside },
    } = this;
    brush.aim(hemTarget, rect);
    brush.clear(0, 0, 0, 0);
    // Full alpha marks where there is a hem.
    const skin = { image: pixels, originPx: -0.5, opacity: 1, minAlpha: 1 };
    brush.drawTextured(hem, 'replace', skin);
    brush.aim(inside, rect);
    drawInside();
    brush.aim(layer, rect);
    brush.drawOpening({ hem: hemTarget, inside, contour, opacity });
  }

  private drawEyeball(
    image: WebGLTexture,
    freedom: WebGLTexture,
    eye: EyeModel,
    pose: EyePose,
  ): void {
    this.brush.drawEyeball({
      image,
      freedom,
      freedomOrigin: [eye.freedom.left, eye.freedom.top],
      toSource: pose.toSource,
      gazePx: [pose.gazeXPx, pose.gazeYPx],
      irisPx: eye.irisPx,
      gazeReachPx: [GAZE_FULL_RADII * eye.irisRadiusPx, GAZE_RADII * eye.irisRadiusPx],
      lidShade: LID_SHADE * pose.blink,
    });
  }

  private drawInterior(sheets: Actor['sheets'], plan: InteriorPlan): void {
    const { brush } = this;
    const [red, green, blue] = plan.ground.map((value) => value / 255) as unknown as Rgb;
    brush.clear(red, green, blue, 1);
    brush.drawBands(plan.under);
    for (const { name, range, opacity } of plan.sheets) {
      const image = sheets.get(name);
      if (image) brush.drawTextured(range, 'lay', { image, originPx: 0, opacity, minAlpha: 0 });
    }
    brush.drawBands(plan.over);
  }
}

function loadSheets(resources: GlResources, { mouth }: Puppet): Map<SheetName, WebGLTexture> {
  const sheets = new Map<SheetName, WebGLTexture>();
  for (const name of ['lowerTeeth', 'upperTeeth', 'sourceInterior'] as const) {
    const texture = mouth[name]?.texture;
    if (texture) sheets.set(name, resources.image(texture.width, texture.height, texture.data));
  }
  return sheets;
}
