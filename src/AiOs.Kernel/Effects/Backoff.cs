namespace AiOs.Kernel.Effects;

/// <summary>How long to wait before a passing fault is tried again.</summary>
internal static class Backoff
{
    /// <summary>After so many real calls nothing is tried again by itself.</summary>
    public const int MostCalls = 5;

    /// <summary>After so many postponements in all an effect counts as failed.</summary>
    public const int MostPostponed = 50;

    /// <summary>How often the outside is asked what became of an attempt.</summary>
    public const int MostLookUps = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Half a minute, then twice as long each time, or what the outside asked for.</summary>
    public static TimeSpan After(int tries, TimeSpan? asked = null)
    {
        var own = First * Math.Pow(2, Math.Clamp(tries - 1, 0, 7));
        var wait = asked is { } wanted && wanted > own ? wanted : own;
        return wait < Longest ? wait : Longest;
    }
}
