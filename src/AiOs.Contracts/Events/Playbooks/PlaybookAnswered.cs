namespace AiOs.Contracts.Events;

/// <summary>The operator's answer to a question of a playbook was taken, and later steps use it.</summary>
/// <param name="Step">Which step asked, counted from 1.</param>
/// <param name="Name">Its name, by which the answer is found.</param>
public sealed record PlaybookAnswered(int Step, string Name) : PersonalEvent<PlaybookAnswered.Words>
{
    /// <summary>The answer.</summary>
    /// <param name="Text">The operator's own words.</param>
    public sealed record Words(string Text);
}
