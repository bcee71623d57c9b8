using AiOs.Contracts.Context;

namespace AiOs.Kernel.Context;

/// <summary>Nothing was ever put right.</summary>
internal sealed class NoLessons : ILessons
{
    public Task<IReadOnlyList<Lesson>> FittingAsync(LessonCase like, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Lesson>>([]);

    public Task<IReadOnlyList<Lesson>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Lesson>>([]);

    public void Restart()
    {
    }
}
