namespace AiOs.Kernel.Playbooks;

/// <summary>One step.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Does">What it does.</param>
internal sealed record PlaybookStep(int Number, string Name, StepDoes Does)
{
    /// <summary>It is left out unless all of these hold.</summary>
    public IReadOnlyList<PlaybookCondition> When { get; init; } = [];

    /// <summary>Whether a no, or no answer in time, ends this step only and not the run.</summary>
    public bool SkipsNo { get; init; }

    /// <summary>The name as people read it.</summary>
    public string Words => Name.Replace('-', ' ');
}
