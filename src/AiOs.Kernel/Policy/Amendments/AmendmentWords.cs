namespace AiOs.Kernel.Policy.Amendments;

/// <summary>How the changes are called in the file.</summary>
internal static class AmendmentWords
{
    public const string SetCap = "set-cap";
    public const string RemoveCap = "remove-cap";
    public const string AutoReject = "auto-reject";
    public const string AskAbout = "always-ask-about";
    public const string AskFor = "always-ask-for";
    public const string TakeBack = "take-back";

    public static IReadOnlyList<string> All { get; } = [SetCap, RemoveCap, AutoReject, AskAbout, AskFor, TakeBack];
}
