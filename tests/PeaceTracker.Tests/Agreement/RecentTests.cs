using PeaceTracker.Domain.Agreement;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class RecentTests
{
    private readonly List<int> _made = [];

    [Fact]
    public void Get_OneMoreThanIsKept_DropsTheOneUnusedTheLongest()
    {
        var kept = Keeping(3);

        foreach (var key in (int[])[1, 2, 3, 1, 4, 1, 3, 2])
        {
            kept.Get(key);
        }

        Assert.Equal([1, 2, 3, 4, 2], _made); // the fourth drops 2, for 1 was asked for again; 2 is made again
    }

    [Fact]
    public void Get_Twice_TheSame()
    {
        var kept = Keeping(1);

        Assert.Same(kept.Get(1), kept.Get(1));
    }

    [Fact]
    public async Task Get_ByManyAtOnce_MadeOnce()
    {
        using var start = new ManualResetEventSlim();
        var made = 0;
        var kept = new Recent<string, object>(2, _ =>
        {
            Interlocked.Increment(ref made);
            return new object();
        });
        var all = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            start.Wait(TestContext.Current.CancellationToken);
            return kept.Get("a");
        })).ToList();

        start.Set();

        Assert.Single((await Task.WhenAll(all)).Distinct());
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Get_WhileAnotherIsMade_DoesNotWait()
    {
        using var begun = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var token = TestContext.Current.CancellationToken;
        var kept = new Recent<string, string>(2, key =>
        {
            if (key == "slow")
            {
                begun.Set();
                end.Wait(token);
            }

            return key;
        });
        var slow = Task.Run(() => kept.Get("slow"), token);
        begun.Wait(token);

        Assert.Equal("quick", kept.Get("quick"));
        Assert.False(slow.IsCompleted);

        end.Set();
        Assert.Equal("slow", await slow);
    }

    [Fact]
    public void Get_AfterMakingFailed_TriesAgain()
    {
        var fails = true;
        var kept = new Recent<int, int>(2, key => fails ? throw new InvalidOperationException() : key);

        Assert.Throws<InvalidOperationException>(() => kept.Get(1));
        fails = false;

        Assert.Equal(1, kept.Get(1));
    }

    // Sixty-four dates are kept: a portfolio, a chart and some readers of old dates ask for that many.
    [Fact]
    public void AsOf_MoreDatesThanAreKept_TheRecentlyUsedStay()
    {
        var board = new RecordBuilder().Issues(1, null).Board();
        var (first, second) = (board.AsOf(RecordBuilder.Day(1)), board.AsOf(RecordBuilder.Day(2)));
        for (var day = 3; day <= 64; day++)
        {
            board.AsOf(RecordBuilder.Day(day));
        }

        Assert.Same(first, board.AsOf(RecordBuilder.Day(1)));
        board.AsOf(RecordBuilder.Day(65));

        Assert.Same(first, board.AsOf(RecordBuilder.Day(1)));
        Assert.NotSame(second, board.AsOf(RecordBuilder.Day(2)));
    }

    // Whoever goes through the past asks for more dates than are kept; the latest date is the present, which everybody reads.
    [Fact]
    public void AsOf_CrawlThroughDates_TheLatestStays()
    {
        var board = new RecordBuilder().Issues(1, null).Board();
        var (present, past) = (board.AsOf(RecordBuilder.Day(200)), board.AsOf(RecordBuilder.Day(199)));
        for (var day = 1; day <= 64; day++)
        {
            board.AsOf(RecordBuilder.Day(day));
        }

        Assert.Same(present, board.AsOf(RecordBuilder.Day(200)));
        Assert.NotSame(past, board.AsOf(RecordBuilder.Day(199)));
    }

    [Fact]
    public void ChangeDates_MoreDaysOfKnowledgeThanAreKept_TheRecentlyUsedStay()
    {
        var board = new RecordBuilder().Issues(1, null).Board();
        var first = board.ChangeDates(RecordBuilder.Day(1));
        for (var day = 2; day <= 64; day++)
        {
            board.ChangeDates(RecordBuilder.Day(day));
        }

        Assert.Same(first, board.ChangeDates(RecordBuilder.Day(1)));
        board.ChangeDates(RecordBuilder.Day(65));

        Assert.Same(first, board.ChangeDates(RecordBuilder.Day(1)));
    }

    [Fact]
    public void Get_MoreWeightThanAllowed_TheLongestUnusedGo()
    {
        var kept = new Recent<int, int>(10, key =>
        {
            _made.Add(key);
            return key;
        })
        {
            Weigh = value => value,
            MostWeight = 10,
        };

        kept.Get(4);
        kept.Get(5);
        kept.Get(4); // 9 in all
        kept.Get(3); // 12: the 5 was not used for the longest
        kept.Get(4);
        kept.Get(3);
        Assert.Equal([4, 5, 3], _made);

        kept.Get(5); // 12 again: the 4 goes
        kept.Get(3);
        kept.Get(4); // 12 again: the 5 goes
        Assert.Equal([4, 5, 3, 5, 4], _made);
    }

    [Fact]
    public void Get_ValueHeavierThanAllIsAllowed_IsKeptAlone()
    {
        var kept = new Recent<int, int>(10, key =>
        {
            _made.Add(key);
            return key;
        })
        {
            Weigh = value => value,
            MostWeight = 10,
        };

        kept.Get(1);
        kept.Get(99);
        kept.Get(99);
        Assert.Equal([1, 99], _made);

        kept.Get(1);
        kept.Get(1);
        Assert.Equal([1, 99, 1], _made);
    }

    // Of 4,000 issues 20 dates are 80,000 standings, the bound; of small boards 64 dates are kept whatever they hold.
    [Fact]
    public void AsOf_MoreDatesOfALargeBoardThanItsSizeAllows_TheRecentlyUsedStay()
    {
        var board = new RecordBuilder().Issues(4_000, null).Board();
        var (first, second) = (board.AsOf(RecordBuilder.Day(1)), board.AsOf(RecordBuilder.Day(2)));
        for (var day = 3; day <= 20; day++)
        {
            board.AsOf(RecordBuilder.Day(day));
        }

        Assert.Same(first, board.AsOf(RecordBuilder.Day(1)));
        board.AsOf(RecordBuilder.Day(21));

        Assert.Same(first, board.AsOf(RecordBuilder.Day(1)));
        Assert.NotSame(second, board.AsOf(RecordBuilder.Day(2)));
    }

    private Recent<int, object> Keeping(int most) => new(most, key =>
    {
        _made.Add(key);
        return new object();
    });
}
