namespace AiOs.Bot.Composition;

/// <summary>What runs by the clock on this host.</summary>
internal sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this host rings for it.</summary>
    public bool Enabled { get; set; } = true;
}
