namespace AiOs.Kernel.Policy.Judging;

/// <summary>What a rule can answer, from the mildest to the strictest; the order is used.</summary>
internal enum PolicyAnswer
{
    Allow,

    /// <summary>One tap.</summary>
    Ask,

    /// <summary>The operator types the amount or name.</summary>
    Ask2,

    /// <summary>A second channel or a cool-off.</summary>
    Ask3,

    Deny,
}
