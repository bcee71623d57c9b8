namespace AiOs.Channels.Telegram.Sending;

/// <summary>How often something may happen.</summary>
/// <param name="Interval">One each, in the long run.</param>
/// <param name="Burst">How many at once after a rest.</param>
internal readonly record struct Rate(TimeSpan Interval, int Burst);
