/** The errors of the API model of AWS IoT with their HTTP status, and those that stand before it at the front end. */
const statuses = {
  InvalidRequestException: 400,
  SerializationException: 400,
  ResourceNotFoundException: 404,
  UnknownOperationException: 404,
  ResourceAlreadyExistsException: 409,
  InvalidStateTransitionException: 409,
  LimitExceededException: 410,
  RequestEntityTooLargeException: 413,
  ThrottlingException: 429,
  InternalFailureException: 500,
  ServiceUnavailableException: 503,
  MissingAuthenticationTokenException: 403,
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  UnrecognizedClientException: 403,
  ExpiredTokenException: 403,
  AccessDeniedException: 403,
} as const;

export type ErrorName = keyof typeof statuses;

/** A refusal: what stands in `x-amzn-ErrorType`, the HTTP status and the sentence in `message`. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(
    override readonly name: string,
    message: string,
    status?: number,
  ) {
    super(message);
    this.status = status ?? 400;
  }
}

export function serviceError(name: ErrorName, message: string): ServiceError {
  return new ServiceError(name, message, statuses[name]);
}

export function invalidRequest(message: string): ServiceError {
  return serviceError("InvalidRequestException", message);
}
