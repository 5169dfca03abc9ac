import { fstatSync, statSync, writeSync } from 'node:fs';

/** Where a command's output goes. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none or does not know. */
  readonly width: number | undefined;
  write(text: string): void;
  /** Whether all of it has arrived: only a stream may still hold some. */
  readonly isWritten: boolean;
}

const OUT = 1;

/** `failed` gets the system's word for why the output could not be written; a reader that went away, as `| head`, is no fault. */
export function standardOutput(failed: (code: string | undefined) => void): Output {
  let stream: NodeJS.WriteStream | undefined;
  const tell = ({ code }: NodeJS.ErrnoException): void => {
    if (code !== 'EPIPE') failed(code);
  };
  const opened = (): NodeJS.WriteStream => {
    stream ??= process.stdout.on('error', tell);
    return stream;
  };
  // opening Node's stream takes longer than reading a run: what goes to a pipe, a file or nowhere goes there straight
  const straight = isPlain();
  return {
    isTerminal: !straight && opened().isTTY,
    // a terminal that does not know its size says 0
    width: (!straight && opened().isTTY && opened().columns) || undefined,
    write: (text) => {
      if (!straight || stream) {
        opened().write(text);
        return;
      }
      const bytes = Buffer.from(text);
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(OUT, bytes, at);
      } catch (error) {
        // a full pipe that does not wait: the stream does
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') opened().write(bytes.subarray(at));
        else tell(error as NodeJS.ErrnoException);
      }
    },
    get isWritten() {
      return stream === undefined;
    },
  };
}

function isPlain(): boolean {
  try {
    const stats = fstatSync(OUT);
    return stats.isFIFO() || stats.isSocket() || stats.isFile() || (stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}
