// Asking the back end from a component: `useRead` for what is shown, `useWrite` for what is done. Server
// state lives in the query cache alone; a write's own report of what it changed decides what is asked again.

import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { createContext, use, useEffect, type ReactNode } from "react";
import type { ReadName, Request, Response, WriteName } from "./commands";
import type { Failure } from "./failure";
import { isTouched } from "./reads";
import type { Transport } from "./transport";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Failure;
  }
}

const TransportContext = createContext<Transport | null>(null);

export function useTransport(): Transport {
  const transport = use(TransportContext);
  if (transport === null) throw new Error("IpcProvider is missing");
  return transport;
}

/** The cache of answers. Answers come from this machine, so they are never stale by age. */
export function createAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

export function IpcProvider(props: { transport: Transport; answers: QueryClient; children: ReactNode }) {
  const { transport, answers } = props;
  // Follows the back end: a write made here, by another window or by sync changes what screens show.
  useEffect(
    () =>
      transport.onChanged((nouns) => {
        void answers.invalidateQueries({ predicate: (query) => isTouched(String(query.queryKey[0]), nouns) });
      }),
    [transport, answers],
  );
  return (
    <TransportContext value={transport}>
      <QueryClientProvider client={answers}>{props.children}</QueryClientProvider>
    </TransportContext>
  );
}

/** One read as a query: the command's name and its request are the key. */
export function readOptions<N extends ReadName>(transport: Transport, name: N, request: Request<N>) {
  return queryOptions<Response<N>, Failure>({
    queryKey: [name, request],
    queryFn: () => transport.call(name, request),
  });
}

/** Shows the answer of a read and keeps it right. */
export function useRead<N extends ReadName>(name: N, request: Request<N>, enabled = true) {
  return useQuery({ ...readOptions(useTransport(), name, request), enabled });
}

/** A read whose request changes while one types: the last answer stays until the next one is here. */
export function useLiveRead<N extends ReadName>(name: N, request: Request<N>, enabled = true) {
  return useQuery({
    ...readOptions(useTransport(), name, request),
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

/** Does something; the answer comes after the commit. */
export function useWrite<N extends WriteName>(name: N) {
  const transport = useTransport();
  return useMutation<Response<N>, Failure, Request<N>>({
    mutationFn: (request) => transport.call(name, request),
  });
}

/** A read that answers page by page, each page naming the next. */
type PagedName = {
  [N in ReadName]: Response<N> extends { rows: readonly unknown[]; next: string | null } ? N : never;
}[ReadName];

/** The rows of a long list as far as they were asked for. */
export function usePages<N extends PagedName>(name: N, request: (after: string | null) => Request<N>) {
  const transport = useTransport();
  const pages = useInfiniteQuery({
    queryKey: [name, request(null)],
    queryFn: ({ pageParam }: { pageParam: string | null }) => transport.call(name, request(pageParam)),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const loaded = pages.data?.pages ?? [];
  return {
    pages: loaded,
    isLoaded: pages.data !== undefined,
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    },
  };
}
