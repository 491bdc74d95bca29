type ErrorBody = {
  field?: string | null;
  errorMessage?: string;
  error?: string;
  errors?: ErrorBody[] | null;
};

/** An answer that refuses. The sentences are the server's, in the administrator's language. */
export class ApiError extends Error {
  readonly status: number;
  /** Sentences by field, with dots where objects are nested. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the refusal is about, one by one, such as the names of owners. */
  readonly about: readonly string[];

  constructor(status: number, body: ErrorBody) {
    const all = body.errors?.length ? body.errors : [body];
    const fields = Object.fromEntries(
      all
        .filter(({ field, errorMessage }) => field && errorMessage)
        .map(({ field, errorMessage }) => [field!, errorMessage!]),
    );
    super(body.errorMessage ?? body.error ?? `${status}`);
    this.status = status;
    this.fields = fields;
    this.about = (body.errors ?? []).filter(({ field }) => !field).flatMap(({ errorMessage }) => errorMessage ?? []);
  }
}
