using AiOs.Channels.Telegram.Connection;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>How long to stay away after a call failed so often in a row.</summary>
internal static class Retreat
{
    public static TimeSpan After(ApiFault? fault, int failures) => fault switch
    {
        ApiFault.TooMany many => many.Wait,
        ApiFault.BadToken => Doubled(TimeSpan.FromMinutes(1), failures, TimeSpan.FromMinutes(5)),
        ApiFault.Conflict => Doubled(TimeSpan.FromSeconds(5), failures, TimeSpan.FromMinutes(1)),
        _ => Doubled(TimeSpan.FromSeconds(1), failures, TimeSpan.FromSeconds(30)),
    };

    private static TimeSpan Doubled(TimeSpan first, int failures, TimeSpan most)
    {
        var wait = first * (1 << Math.Clamp(failures - 1, 0, 10));
        return wait < most ? wait : most;
    }
}
