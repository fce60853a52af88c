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
  private readonly frame: GlTarget;
  /** One person at a time is drawn here before it is laid over the frame. */
  private readonly moved: GlTarget;
  /** Skin around an opening, with alpha where there is any. */
  private readonly hem: GlTarget;
  /** What lies inside an opening. */
  private readonly inside: GlTarget;

  constructor(gl: WebGL2RenderingContext, scene: PreviewScene, layers: SceneLayers) {
    const { width, height } = scene;
    this.gl = gl;
    this.all = { left: 0, top: 0, right: width, bottom: height };
    const resources = new GlResources(gl);
    this.resources = resources;
    this.brush = new Brush(gl, resources, width, height);
    const isLifted = layers.people.some((person) => person !== null);
    this.background = resources.image(width, height, layers.background);
    this.frame = resources.target(width, height);
    this.moved = isLifted ? resources.target(width, height) : this.frame;
    this.hem = resources.target(width, height);
    this.inside = resources.target(width, height);
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
  }

  /** @param motion // [P, 24] */
  draw(motion: Float32Array): void {
    const { geometry, brush } = this;
    geometry.clear();
    const plans = this.actors.map(({ puppet, pose, front }, i) => {
      const vector = motion.subarray(i * MOTION_SIZE, (i + 1) * MOTION_SIZE);
      return planPerson(geometry, puppet, vector, pose, front !== null);
    });
    brush.load(geometry);
    brush.aim(this.frame, this.all);
    brush.drawCopy(this.background, false);
    this.actors.forEach((actor, i) => {
      this.drawPerson(actor, plans[i]);
    });
    brush.aim(null, this.all);
    brush.drawCopy(this.frame.texture, true);
  }

  /** The latest frame, rows from the top. // [H, W, 4] */
  readPixels(): Uint8Array {
    const { gl } = this;
    const { right: width, bottom: height } = this.all;
    const pixels = new Uint8Array(4 * width * height);
    this.brush.aim(this.frame, this.all);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels;
  }

  dispose(): void {
    this.resources.dispose();
  }

  private drawPerson(actor: Actor, plan: PersonPlan): void {
    const { brush } = this;
    const { puppet, pose, pixels, front } = actor;
    const layer = front ? this.moved : this.frame;
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
    brush.aim(this.frame, plan.rect);
    brush.drawPerson(this.moved, front);
  }

  /** @param drawInside draws into `this.inside` */
  private fillOpening(
    layer: GlTarget,
    pixels: WebGLTexture,
    { rect, hem, contour, opacity }: OpeningPlan,
    drawInside: () => void,
  ): void {
    const { brush } = this;
    brush.aim(this.hem, rect);
    brush.clear(0, 0, 0, 0);
    // Full alpha marks where there is a hem.
    const skin = { image: pixels, originPx: -0.5, opacity: 1, minAlpha: 1 };
    brush.drawTextured(hem, 'replace', skin);
    brush.aim(this.inside, rect);
    drawInside();
    brush.aim(layer, rect);
    brush.drawOpening({ hem: this.hem, inside: this.inside, contour, opacity });
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
