namespace AiOs.Connectors.Http;

/// <summary>A whole answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Location">Where the result is, as the service says.</param>
/// <param name="RetryAfter">How long to wait, as the service says.</param>
/// <param name="Body">The body, whole.</param>
internal sealed record HttpAnswer(int Status, string? Location, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body);
