using AiOs.Contracts;
using AiOs.Contracts.Restoring;

namespace AiOs.Kernel.Restoring;

/// <summary>A host that cannot put copies back: no mark is ever set.</summary>
internal sealed class NoRestoreMarks : IRestoreMarks
{
    public RestoreMark? Read() => null;

    public void Write(RestoreMark? mark)
    {
        if (mark is not null)
        {
            throw new AiOsException("This host has no place for the mark of a copy, so none is put back.");
        }
    }
}
