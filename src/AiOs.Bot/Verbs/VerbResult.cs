namespace AiOs.Bot.Verbs;

/// <summary>What a verb says and how it ended.</summary>
/// <param name="ExitCode">0 done, 1 found wrong, 2 bad usage.</param>
/// <param name="Output">For standard output, without its last line end.</param>
/// <param name="Error">For standard error: one sentence that says what is wrong and what to do.</param>
internal sealed record VerbResult(int ExitCode, string Output, string Error)
{
    public const int FoundWrong = 1;
    public const int BadUsage = 2;

    public static VerbResult Done(string output) => new(0, output, string.Empty);

    public static VerbResult Wrong(string error) => new(FoundWrong, string.Empty, error);

    public static VerbResult Usage(string error) => new(BadUsage, string.Empty, error);
}
