import type { ImportPreview, ListKind, Problem } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';
import { readBase64 } from './read-file';

/** The import of a list, as far as it has come at its step. */
export class Importing {
    /** The file that was read and waits to be imported. Not followed in depth: it may have 20,000 rows. */
    preview = $state.raw<ImportPreview | null>(null);
    problem = $state<Problem | null>(null);
    reading = $state(false);
    /** Where the empty form was written. */
    written = $state.raw<string[]>([]);

    /** The file that was chosen last. */
    #file: File | null = null;

    constructor(readonly kind: ListKind) {}

    /** Reads a file that a person chose, and shows what is in it. */
    async read(file: File): Promise<void> {
        this.#file = file;
        this.problem = null;
        this.reading = true;
        try {
            const content = await readBase64(file);
            this.preview = await secretariat('preview_import', { kind: this.kind, name: file.name, content });
        } catch (error) {
            this.problem = problemOf(error);
        } finally {
            this.reading = false;
        }
    }

    /** Forgets what was chosen for earlier lists, and reads the file again without it. */
    async forget(): Promise<void> {
        try {
            await secretariat('forget_list_choices', {});
        } catch (error) {
            this.problem = problemOf(error);
            return;
        }
        if (this.#file) {
            await this.read(this.#file);
        }
    }

    /** Writes the empty form into the session's folder. */
    async saveForm(): Promise<void> {
        this.problem = null;
        try {
            const { paths } = await secretariat('save_form', { kind: this.kind, folder: '' });
            this.written = paths;
        } catch (error) {
            this.problem = problemOf(error);
        }
    }

    /** The preview is imported or discarded. */
    end(): void {
        this.preview = null;
        this.problem = null;
    }
}
