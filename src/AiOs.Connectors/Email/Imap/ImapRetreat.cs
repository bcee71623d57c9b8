namespace AiOs.Connectors.Email.Imap;

/// <summary>How long to stay away from a server.</summary>
internal static class ImapRetreat
{
    private const int Doublings = 6;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>A wrong password that is tried often locks an account.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(15);

    /// <param name="mayPass">Whether it may pass without anybody doing anything.</param>
    /// <param name="failures">How many came one after the other, this one with them.</param>
    public static TimeSpan After(bool mayPass, int failures)
    {
        if (!mayPass) return Seldom;
        var wait = First * (1 << Math.Clamp(failures - 1, 0, Doublings));
        return wait < Longest ? wait : Longest;
    }
}
