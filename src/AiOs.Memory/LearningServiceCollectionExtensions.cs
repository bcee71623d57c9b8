using AiOs.Contracts.Context;
using AiOs.Memory.Context;
using AiOs.Memory.Corrections;
using AiOs.Memory.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Memory;

/// <summary>Registers what is worked out of the journal for the agents: lessons, conversations and their context.</summary>
public static class LearningServiceCollectionExtensions
{
    /// <summary>Adds lessons and context. Recollections come with whatever searches knowledge; without one there are none. Call it before the kernel is added.</summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLearning(this IServiceCollection services)
    {
        services.TryAddSingleton<LessonBook>();
        services.TryAddSingleton<ConversationBook>();
        services.TryAddSingleton<WarmShelf>();
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<LessonBook>());
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<ConversationBook>());
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<WarmShelf>());
        services.TryAddSingleton<JournalTail>();
        services.TryAddSingleton<ILessons, Lessons>();
        services.TryAddSingleton<IContextSource, ContextSource>();
        return services;
    }
}
