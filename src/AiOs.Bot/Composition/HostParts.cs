namespace AiOs.Bot.Composition;

/// <summary>What a test host swaps; the real host swaps nothing.</summary>
/// <param name="BaseDirectory">The caller's folder: configuration, <c>data/</c> and file arguments resolve against it.</param>
/// <param name="Before">Registered before everything else, so that it wins.</param>
internal sealed record HostParts(string BaseDirectory, Action<IServiceCollection> Before)
{
    public static HostParts Default { get; } = new(Directory.GetCurrentDirectory(), _ => { });
}
