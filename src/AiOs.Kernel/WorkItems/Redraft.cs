namespace AiOs.Kernel.WorkItems;

/// <summary>Why an agent is to draft again.</summary>
internal enum Redraft
{
    None,
    Answered,
    Changed,
    Sorted,
    Withdrawn,
}
