namespace AiOs.Bot.Composition;

/// <summary>Which policy file is taken at the start.</summary>
internal sealed class PolicyOptions
{
    public const string Section = "Policy";

    /// <summary>The file; nothing for the one that came with the program.</summary>
    public string? Path { get; set; }
}
