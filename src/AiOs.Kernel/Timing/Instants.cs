namespace AiOs.Kernel.Timing;

/// <summary>Moments as the journal writes them.</summary>
internal static class Instants
{
    /// <summary>Now in UTC, cut to the millisecond: what is decided is then exactly what a later fold reads.</summary>
    public static DateTimeOffset Instant(this TimeProvider time) => CutToMillisecond(time.GetUtcNow());

    public static DateTimeOffset CutToMillisecond(this DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
