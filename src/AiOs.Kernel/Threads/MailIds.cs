using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Threads;

/// <summary>What a Message-ID is kept under. Pure.</summary>
internal static class MailIds
{
    private const int EffectLength = 32;
    private const int Longest = 500;

    /// <summary>
    /// The names under which a Message-ID may be known, the surest first. A mail from here is known by its effect's id alone: whatever server sent
    /// it, it stands before the sign.
    /// </summary>
    public static IEnumerable<string> NamesOf(string mailId)
    {
        var id = mailId.Trim().Trim('<', '>').Trim();
        if (id.Length is 0 or > Longest)
        {
            yield break;
        }

        if (id.IndexOf('@', StringComparison.Ordinal) == EffectLength && EffectId.TryParse(id[..EffectLength], out var effect))
        {
            yield return NameOf(effect);
        }

        yield return id;
    }

    public static string NameOf(EffectId effect) => "effect " + effect;
}
