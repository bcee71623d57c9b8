namespace AiOs.Evaluation.Parts.Tau;

/// <summary>What the operator does with a card.</summary>
internal enum Fate
{
    Approve,
    Reject,
    Leave,
}
