type ErrorBody = {
  field?: string | null;
  errorMessage?: string;
  error?: string;
  errors?: ErrorBody[] | null;
};

/** An error response. The messages come from the server, in the administrator's language. */
export class ApiError extends Error {
  readonly status: number;
  /** Messages by field; nested fields have dots. */
  readonly fields: Readonly<Record<string, string>>;
  /** The objects that the error lists, such as names of owners. */
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
