using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Effects;

/// <summary>
/// What the kernel's dispatcher issues when an effect may run; nothing else can make one. It is in the journal before anybody holds it.
/// A connector refuses to run without it and runs the bytes it carries.
/// </summary>
public sealed class Permit
{
    internal Permit(Effect effect, string key, DateTimeOffset decidedAt, DateTimeOffset deadline)
    {
        if (Digest.Of(effect.Bytes.Span) != effect.Digest)
        {
            throw new AiOsException("The bytes of an effect are not those that were approved; nothing was done.");
        }

        Effect = effect;
        Key = key;
        DecidedAt = decidedAt;
        Deadline = deadline;
    }

    /// <summary>The exact effect.</summary>
    public Effect Effect { get; }

    /// <summary>The idempotency key: derived from the effect's id, the same for every attempt, kept for ever.</summary>
    public string Key { get; }

    /// <summary>When it was approved or allowed; the date that a mail carries, so that a second attempt has the same bytes.</summary>
    public DateTimeOffset DecidedAt { get; }

    /// <summary>When the attempt is over, whatever its answer: the connector gives up before it, and nobody concludes before it.</summary>
    public DateTimeOffset Deadline { get; }
}
