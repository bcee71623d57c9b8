using System.Globalization;

namespace AiOs.Kernel.Digests.Watching;

/// <summary>Decides when the operator has to be told of a digest that did not come. Pure.</summary>
internal static class DigestWatch
{
    /// <summary>How late one may be.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>The alarms that hold at a moment; the same state gives the same ones.</summary>
    public static IReadOnlyList<DigestAlarm> Of(WatchState state, DateTimeOffset now)
    {
        var alarms = new List<DigestAlarm>();
        if (state.DueAt is { } due && now - (due > state.WatchedSince ? due : state.WatchedSince) > Grace)
        {
            alarms.Add(new DigestAlarm("missed-" + due.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), But: null, due));
        }

        if (state.Last is { } last)
        {
            alarms.AddRange(state.Failed.Distinct().Select(channel => new DigestAlarm($"failed-{last}-{channel}", channel, DueAt: null)));
        }

        return alarms;
    }
}
