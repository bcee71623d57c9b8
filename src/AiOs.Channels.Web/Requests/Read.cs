using AiOs.Channels.Web.Access;

namespace AiOs.Channels.Web.Requests;

/// <summary>What came of reading a request: a value, or why there is none.</summary>
/// <param name="Value">The value; nothing where it was refused.</param>
/// <param name="Refusal">Why there is none; nothing where there is one.</param>
internal readonly record struct Read<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Read<T>(T value) => new(value, null);

    public static implicit operator Read<T>(Refusal refusal) => new(null, refusal);
}
