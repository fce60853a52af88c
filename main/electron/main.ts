import { app } from 'electron';
import { EngineClient } from '#main/host/engine-client/engine-client.ts';
console.log(app, EngineClient);
