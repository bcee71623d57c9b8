namespace AiOs.Evaluation.Parts.Injection;

/// <summary>What a document is.</summary>
internal enum DocumentShape
{
    Text,
    Pdf,
    Invitation,
}
