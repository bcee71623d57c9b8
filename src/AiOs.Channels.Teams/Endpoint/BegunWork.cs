namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Work that runs.</summary>
/// <param name="Done">What comes of it.</param>
/// <param name="Kept">When what it is about is durable, where that is told before the end; else never.</param>
internal sealed record BegunWork<T>(Task<T> Done, Task Kept);
