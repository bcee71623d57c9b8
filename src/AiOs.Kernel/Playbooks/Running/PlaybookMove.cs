namespace AiOs.Kernel.Playbooks.Running;

/// <summary>What a run does next.</summary>
internal abstract record PlaybookMove
{
    private PlaybookMove()
    {
    }

    /// <summary>It prepares a step.</summary>
    public sealed record Take(PlaybookStep Step) : PlaybookMove;

    /// <summary>It rests at a step.</summary>
    /// <param name="Step">Which step.</param>
    /// <param name="Rest">How long and for what.</param>
    public sealed record Wait(PlaybookStep Step, RunRest Rest) : PlaybookMove;

    /// <summary>It is over.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record End(string Sentence) : PlaybookMove;
}
