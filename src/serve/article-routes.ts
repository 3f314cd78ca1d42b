import { ArticleList, ArticlePage, ArticleQuery, ArticlesQuery, ById, OriginalPage } from '../contract/contract.ts'
import { viewStore } from '../store/store.ts'
import { listArticles } from './article-list.ts'
import { drawArticle, drawOriginal, markArticle } from './article-page.ts'
import { defineRoute, type Route } from './route.ts'

const tag = 'articles'

const LIST = defineRoute(
  { method: 'get', path: '/articles', tag, summary: 'Articles, the newest first', scope: 'read', query: ArticlesQuery, answer: ArticleList },
  async ({ store }, { query }) => viewStore(store, (step) => listArticles(step, query)),
)

const PAGE = defineRoute(
  {
    method: 'get',
    path: '/articles/{id}',
    tag,
    summary: 'An article with its record, what people decided on it, its versions and copies',
    scope: 'read',
    params: ById,
    query: ArticleQuery,
    answer: ArticlePage,
  },
  async ({ store, pages }, { params, query, request }) => {
    const { etag } = await markArticle(store, params.id, query.version)
    // Looked at once more at one moment: what is made may be newer than its tag, and is then made again under the next.
    const make = () =>
      viewStore(store, async (step) => {
        const { version } = await markArticle(step, params.id, query.version)
        return drawArticle(step, params.id, version)
      })
    return pages.answer(request, etag, make)
  },
)

const ORIGINAL = defineRoute(
  {
    method: 'get',
    path: '/articles/{id}/original',
    tag,
    summary: 'The text in the pieces of its page: words alone',
    scope: 'read',
    params: ById,
    query: ArticleQuery,
    answer: OriginalPage,
  },
  async ({ store }, { params, query }) => {
    const { version } = await markArticle(store, params.id, query.version)
    return viewStore(store, (step) => drawOriginal(step, params.id, version))
  },
)

export const ARTICLE_ROUTES: readonly Route[] = [LIST, PAGE, ORIGINAL]
