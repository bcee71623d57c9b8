namespace AiOs.Bot.Composition;

/// <summary>Who the operator is.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>The operator's own addresses; the first one stands as sender where no other is configured.</summary>
    public IList<string> EmailAddresses { get; } = [];
}
