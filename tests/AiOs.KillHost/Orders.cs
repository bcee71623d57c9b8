namespace AiOs.KillHost;

/// <summary>Hears on standard input at which boundary to end: <c>arm AT</c>, answered by <c>armed AT</c>.</summary>
internal static class Orders
{
    private const string Arm = "arm ";

    public static async Task HearAsync(TextReader input, TextWriter output, KillAtCrossing boundary)
    {
        while (await input.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Arm, StringComparison.Ordinal))
            {
                var at = line[Arm.Length..];
                boundary.Arm(at);
                await output.WriteLineAsync("armed " + at);
            }
        }
    }
}
