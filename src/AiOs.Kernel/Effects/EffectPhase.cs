namespace AiOs.Kernel.Effects;

/// <summary>How far one effect is.</summary>
internal enum EffectPhase
{
    Proposed,
    Requested,
    Done,
    Failed,
    Unknown,
}
