using System.Text.Json;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>Names what failed: the kind of effect, and of a job its name.</summary>
internal static class EffectCause
{
    public const string Unknown = "an effect that is not known";

    public static string Of(EffectKind kind, string? bytes) => kind == EffectKind.JobRun && JobOf(bytes) is { } job ? "job " + job : kind.Value;

    private static string? JobOf(string? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.TryGetProperty("args"u8, out var arguments) && arguments.TryGetProperty("job"u8, out var job) ? job.GetString() : null;
    }
}
