namespace AiOs.Kernel.Playbooks;

/// <summary>How a field is compared.</summary>
internal enum Comparison
{
    Is,
    IsNot,
    Before,
    After,
    Exists,
    Missing,
}
