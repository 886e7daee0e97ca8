using Microsoft.AspNetCore.Identity;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

public class PasswordHashingTests
{
    // Whoever signs in meanwhile must not wait for an attack to end.
    [Fact]
    public async Task Hash_MoreThanCanWait_IsToldSoAtOnce()
    {
        using var slow = new SlowHasher();
        using var hashing = new PasswordHashing(slow);
        var cancellation = TestContext.Current.CancellationToken;
        var running = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2))
            .Select(_ => Task.Run(() => hashing.HashAsync("one", cancellation), cancellation)).ToList();
        foreach (var _ in running)
        {
            await slow.Began.WaitAsync(cancellation);
        }

        var waiting = Enumerable.Range(0, 32).Select(_ => hashing.HashAsync("two", cancellation)).ToList();
        var refused = hashing.HashAsync("three", cancellation);

        Assert.True(refused.IsCompletedSuccessfully);
        Assert.Null(await refused);
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
        slow.Go.Set();
        Assert.All(await Task.WhenAll(running.Concat(waiting)), Assert.NotNull);
    }

    private sealed class SlowHasher : IPasswordHasher<Account>, IDisposable
    {
        public SemaphoreSlim Began { get; } = new(0);

        public ManualResetEventSlim Go { get; } = new();

        public string HashPassword(Account user, string password)
        {
            Began.Release();
            Go.Wait(TestContext.Current.CancellationToken);
            return password;
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            PasswordVerificationResult.Failed;

        public void Dispose()
        {
            Began.Dispose();
            Go.Dispose();
        }
    }
}
